-- A ruling on who gets an account may be appealed once; what is then decided stands beside the ruling, not over it.
alter table tandem.registration_conflict add column appealed_at timestamptz;
alter table tandem.registration_conflict add column final_winner_id uuid;
alter table tandem.registration_conflict add column final_words text;
alter table tandem.registration_conflict add column final_by text;
alter table tandem.registration_conflict add column final_at timestamptz;
alter table tandem.registration_conflict add foreign key (org_id, final_winner_id) references tandem.registration;
alter table tandem.registration_conflict add constraint only_a_ruling_is_appealed check (appealed_at is null or ruled_at is not null);
alter table tandem.registration_conflict add constraint an_appeal_is_decided_in_writing_by_another check
  ((final_at is null) = (final_by is null) and (final_at is null or
    (appealed_at is not null and length(btrim(final_words)) > 0 and final_by <> ruled_by)));
