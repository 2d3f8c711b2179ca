### Alasan yang ditanyakan kepada petugas: dipilih dari tombol, atau ditulis.

reasons-stray = Belum terbaca sebagai alasan. Tulis dengan kata-kata, atau pilih dari tombol.
