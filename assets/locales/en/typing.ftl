# Typing Vietnamese on any keyboard
menu-vietnamese = Vietnamese typing
command-vietnamese-typing = Type Vietnamese
command-vietnamese-telex = Telex
command-vietnamese-vni = VNI
command-vietnamese-tones = Tone marks: oà, uý instead of òa, úy
status-vietnamese = Vietnamese: { $method }
status-vietnamese-off = off
status-vietnamese-none = Off
