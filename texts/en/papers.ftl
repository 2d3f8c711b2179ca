### Papers of a registration.

papers-ktp = KTP (identity card)
papers-ijazah = diploma
papers-photo = photograph
papers-ak1 = AK1 card
papers-domicile = letter of domicile
papers-family = family card
papers-skck = police certificate
papers-health = health certificate

papers-words-ktp = ktp ektp nik identity
papers-words-ijazah = ijazah ijasah diploma sttb
papers-words-photo = photo photograph foto portrait
papers-words-ak1 = ak1 yellow
papers-words-domicile = domicile domisili
papers-words-family = kk keluarga family
papers-words-skck = skck police
papers-words-health = health sehat
