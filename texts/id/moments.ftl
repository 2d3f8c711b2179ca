### Waktu dan tanggal.

# Senin, 24 November 2025, pukul 07.30 WIB
moment = { $day }, pukul { $clock } { $zone }
near-today-morning = pagi ini, { $clock } { $zone }
near-today-noon = siang ini, { $clock } { $zone }
near-today-afternoon = sore ini, { $clock } { $zone }
near-today-evening = nanti malam, { $clock } { $zone }
near-tomorrow-morning = besok pagi, { $clock } { $zone }
near-tomorrow-noon = besok siang, { $clock } { $zone }
near-tomorrow-afternoon = besok sore, { $clock } { $zone }
near-tomorrow-evening = besok malam, { $clock } { $zone }
