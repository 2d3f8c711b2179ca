### Kata yang dipakai di banyak layar.

common-back = ‹ Kembali
common-menu = ⌂ Menu
common-more = Berikutnya ›
common-previous = ‹ Sebelumnya
common-source = Sumber: { $outlet }, { $date }
common-source-undated = Sumber: { $outlet }

error-unexpected = ⚠️ Maaf, ada yang tidak beres di pihak kami. Data Anda tidak hilang. Coba lagi sebentar lagi.
