-- Deals that are registered without the portal: by a secret link of a partner, and by mail. Of every secret only the
-- SHA-256 is kept.

alter table tandem.audit_log drop constraint an_actor_is_of_a_known_kind;
alter table tandem.audit_log add constraint an_actor_is_of_a_known_kind check (
  actor_kind in ('member','system','cli','job','visitor'));

-- The link by which the people of a partner register without a login; number: what its address for mail says.
create table tandem.registration_link (
  org_id uuid not null references tandem.organization,
  registration_link_id uuid not null,
  number bigint not null,
  partner_id uuid not null,
  secret_hash bytea not null,
  made_by text not null,
  made_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (org_id, registration_link_id),
  foreign key (org_id, partner_id) references tandem.partner on delete cascade,
  constraint one_number_per_registration_link unique (org_id, number),
  constraint a_secret_of_a_link_is_its_own unique (org_id, secret_hash),
  constraint somebody_revokes_a_link check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_link_of_a_partner_is_open on tandem.registration_link (org_id, partner_id)
  where revoked_at is null;

-- The secret by which a rep without a login follows one registration, and the language in which they are written to.
create table tandem.registration_pass (
  org_id uuid not null,
  registration_id uuid not null,
  secret_hash bytea not null,
  language text not null constraint a_rep_is_written_to_in_a_known_language check (language in ('en','de')),
  made_at timestamptz not null,
  primary key (org_id, registration_id),
  foreign key (org_id, registration_id) references tandem.registration on delete cascade,
  constraint a_secret_of_a_registration_is_its_own unique (org_id, secret_hash)
);

-- A letter to a rep without a login: of which registration, and which news of it.
alter table tandem.delivery add column registration_id uuid;
alter table tandem.delivery add column news text;
alter table tandem.delivery add foreign key (org_id, registration_id) references tandem.registration;
alter table tandem.delivery drop constraint a_delivery_is_of_a_known_kind;
alter table tandem.delivery add constraint a_delivery_is_of_a_known_kind
  check (kind in ('at_once','digest','post','test','rep'));
alter table tandem.delivery add constraint a_letter_to_a_rep_is_about_a_registration
  check ((kind = 'rep') = (registration_id is not null) and (kind = 'rep') = (news is not null));

do $$
declare t text;
begin
  foreach t in array array['registration_link','registration_pass'] loop
    execute format('alter table tandem.%I enable row level security', t);
    execute format('alter table tandem.%I force row level security', t);
    execute format($p$create policy desk_sees_its_organization on tandem.%I
      using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
        then nullif(current_setting('app.org', true), '')::uuid end))$p$, t);
  end loop;
end $$;

grant select, insert, update on tandem.registration_link, tandem.registration_pass to tandem_app;

-- What a letter to somebody who decides lets them do without signing in: decide this registration as it stood, once.
create table tandem.decision_pass (
  org_id uuid not null,
  decision_pass_id uuid not null,
  secret_hash bytea not null,
  registration_id uuid not null,
  membership_id uuid not null,
  -- How much had happened to the registration when the letter was written: later it is another question.
  events integer not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  used_for text constraint a_mailed_decision_is_of_a_known_kind check (used_for in ('accept','reject','ask')),
  primary key (org_id, decision_pass_id),
  foreign key (org_id, registration_id) references tandem.registration on delete cascade,
  foreign key (org_id, membership_id) references tandem.membership on delete cascade,
  constraint a_secret_of_a_decision_is_its_own unique (org_id, secret_hash),
  constraint what_is_used_is_used_for_something check ((used_at is null) = (used_for is null))
);

alter table tandem.decision_pass enable row level security;
alter table tandem.decision_pass force row level security;
create policy desk_sees_its_organization on tandem.decision_pass
  using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
    then nullif(current_setting('app.org', true), '')::uuid end));
grant select, insert, update on tandem.decision_pass to tandem_app;

-- What came of a mail to the address of a partner's link, or in reply to a question: once for each mail.
create table tandem.registration_mail (
  org_id uuid not null,
  message_key text not null,
  registration_id uuid not null,
  outcome text not null constraint a_mail_becomes_something_known check (outcome in ('draft','answer','held')),
  from_address text not null,
  body text not null,
  -- The event of the question that it answers.
  asked_nth integer,
  received_at timestamptz not null,
  primary key (org_id, message_key),
  foreign key (org_id, registration_id) references tandem.registration on delete cascade,
  constraint an_answer_is_to_a_question check ((outcome = 'draft') = (asked_nth is null))
);
create index mail_of_a_registration on tandem.registration_mail (org_id, registration_id, received_at);

alter table tandem.registration_mail enable row level security;
alter table tandem.registration_mail force row level security;
create policy desk_sees_its_organization on tandem.registration_mail
  using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
    then nullif(current_setting('app.org', true), '')::uuid end));
grant select, insert on tandem.registration_mail to tandem_app;
