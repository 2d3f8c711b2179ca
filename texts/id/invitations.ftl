### Undangan lebih dulu ke gelombang berikutnya, bagi yang belum dapat kursi.

invitations-stop = Tidak usah diundang
invitations-again = Undang lebih dulu
invitations-on = ⚙️ Baik. Kalau program yang belum dapat kursi dibuka lagi, { $name } kami undang lebih dulu.
invitations-off = ⚙️ Baik, { $name } tidak kami undang lagi. Pendaftaran yang dibuka tetap bisa dilihat di Pelatihan.
