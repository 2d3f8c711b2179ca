### Words used on many screens.

common-back = ‹ Back
common-menu = ⌂ Menu
common-more = Next ›
common-previous = ‹ Previous
common-source = Source: { $outlet }, { $date }
common-source-undated = Source: { $outlet }

error-unexpected = ⚠️ Sorry, something went wrong on our side. Nothing of yours is lost. Please try again in a moment.
