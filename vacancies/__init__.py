"""Work: partners' feeds become vacancies, and people hear of those that fit them."""
