### Berkas pendaftaran.

papers-ktp = KTP
papers-ijazah = ijazah
papers-photo = pas foto
papers-ak1 = kartu AK1
papers-domicile = surat keterangan domisili
