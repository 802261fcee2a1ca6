-- The language in which a person of a partner is written to. Null: they never chose one.
alter table tandem.membership add column language text
  constraint a_member_reads_a_known_language check (language in ('en', 'de'));
-- The language of a letter as it left. Null: no letter, or one from before it was kept, which was in English.
alter table tandem.delivery_outcome add column language text
  constraint a_letter_is_in_a_known_language check (language in ('en', 'de'));
