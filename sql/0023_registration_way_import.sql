-- A registration that an import brought came in no other way: its page says so, and nobody is taken to have typed it here.
alter table tandem.registration drop constraint a_registration_came_in_a_known_way;
alter table tandem.registration add constraint a_registration_came_in_a_known_way
  check (way in ('portal', 'form', 'api', 'desk', 'mail', 'import'));
