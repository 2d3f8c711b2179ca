### The first screen and help.

menu-text =
    <b>Jawara</b>, a companion for job seekers and trainees in Banten.

    Choose below, or simply write what you are looking for, such as <i>welding</i>, <i>sewing</i> or <i>work in Japan</i>.
menu-text-draft =
    <b>Jawara</b>, a companion for job seekers and trainees in Banten.

    { $name ->
        [none] Your registration
       *[other] The registration of { $name }
    } for <b>{ $programme }</b> is not finished. Your answers are kept.
menu-resume = Go on with registration
menu-courses = 🎓 See courses
menu-vacancies = 💼 See vacancies
menu-schedule = 📅 My schedule
menu-settings = ⚙️ Settings
menu-help = Help

command-start = Start from the beginning
command-menu = Open the menu
command-pelatihan = See courses
command-lowongan = See vacancies
command-jadwal = My schedule and registrations
command-pengaturan = Language, reminders, my data
command-batal = Cancel what is under way
command-bantuan = How to use it, and reaching a person
command-staf = Open the staff desk
command-sekolah = Your school's groups of pupils
