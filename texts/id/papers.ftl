### Berkas pendaftaran.

papers-ktp = KTP
papers-ijazah = ijazah
papers-photo = pas foto
papers-ak1 = kartu AK1
papers-domicile = surat keterangan domisili
papers-family = kartu keluarga
papers-skck = SKCK
papers-health = surat sehat

papers-words-ktp = ktp ektp nik identitas
papers-words-ijazah = ijazah ijasah diploma sttb
papers-words-photo = foto pasfoto photo potret
papers-words-ak1 = ak1 kuning
papers-words-domicile = domisili domicile
papers-words-family = kk keluarga family
papers-words-skck = skck kelakuan
papers-words-health = sehat kesehatan health
