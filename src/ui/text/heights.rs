//! The heights of all items of a page, measured or estimated, with sums in logarithmic time (a Fenwick tree).

/// Heights with prefix sums, in points.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Heights {
    heights: Vec<f32>,
    // Sums in double precision: a page of a million words is some ten million points high.
    tree: Vec<f64>,
}

impl Heights {
    /// The heights of so many items.
    pub fn new(heights: Vec<f32>) -> Self {
        let mut tree = vec![0.0; heights.len() + 1];
        for (index, height) in heights.iter().enumerate() {
            let node = index + 1;
            tree[node] += f64::from(*height);
            let parent = node + (node & node.wrapping_neg());
            if parent < tree.len() {
                tree[parent] += tree[node];
            }
        }
        Self { heights, tree }
    }

    /// The height of an item; 0 past the end.
    pub fn height(&self, index: usize) -> f32 {
        self.heights.get(index).copied().unwrap_or(0.0)
    }

    /// Sets a height and gives by how much it changed.
    pub fn set(&mut self, index: usize, height: f32) -> f32 {
        let Some(old) = self.heights.get_mut(index) else { return 0.0 };
        let change = height - std::mem::replace(old, height);
        let mut node = index + 1;
        while change != 0.0 && node < self.tree.len() {
            self.tree[node] += f64::from(change);
            node += node & node.wrapping_neg();
        }
        change
    }

    /// The sum of the heights before an item: where it begins.
    pub fn top(&self, index: usize) -> f64 {
        let mut node = index.min(self.heights.len());
        let mut sum = 0.0;
        while node > 0 {
            sum += self.tree[node];
            node &= node - 1;
        }
        sum
    }

    /// The sum of all heights.
    pub fn total(&self) -> f64 {
        self.top(self.heights.len())
    }

    /// The item at a distance from the top; the first or last one beyond the ends.
    pub fn index_at(&self, y: f64) -> usize {
        let mut node = 0;
        let mut rest = y.max(0.0);
        let mut step = self.tree.len().next_power_of_two() / 2;
        while step > 0 {
            if let Some(sum) = self.tree.get(node + step)
                && *sum <= rest
            {
                node += step;
                rest -= sum;
            }
            step /= 2;
        }
        node.min(self.heights.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_places_agree_with_a_plain_list() {
        let mut plain: Vec<f32> = (0_u8..100).map(|index| f32::from(index % 7) + 1.0).collect();
        let mut heights = Heights::new(plain.clone());
        for (index, height) in [(0, 50.0), (99, 3.0), (42, 17.0), (42, 1.0)] {
            let change = heights.set(index, height);
            assert_eq!(change, height - plain[index]);
            plain[index] = height;
        }
        let mut top = 0.0;
        for (index, height) in plain.iter().enumerate() {
            assert_eq!(heights.top(index), top);
            assert_eq!(heights.index_at(top), index);
            assert_eq!(heights.index_at(top + f64::from(*height) - 0.5), index);
            top += f64::from(*height);
        }
        assert_eq!(heights.total(), top);
        assert_eq!(heights.index_at(1e9), 99);
        assert_eq!(heights.index_at(-5.0), 0);
    }
}
