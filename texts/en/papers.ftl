### Papers of a registration.

papers-ktp = KTP (identity card)
papers-ijazah = diploma
papers-photo = photograph
papers-ak1 = AK1 card
papers-domicile = letter of domicile
