### Times and dates.

# Monday, 24 November 2025, 07.30 WIB
moment = { $day }, { $clock } { $zone }
near-today-morning = this morning, { $clock } { $zone }
near-today-noon = today, { $clock } { $zone }
near-today-afternoon = this afternoon, { $clock } { $zone }
near-today-evening = this evening, { $clock } { $zone }
near-tomorrow-morning = tomorrow morning, { $clock } { $zone }
near-tomorrow-noon = tomorrow, { $clock } { $zone }
near-tomorrow-afternoon = tomorrow afternoon, { $clock } { $zone }
near-tomorrow-evening = tomorrow evening, { $clock } { $zone }
