-- A mail that was sent to the address of a deal: what it says of itself, beside the signal that it became. Whoever
-- sent it can have written any name into it. The files that came with it are named, not kept.

create table tandem.mail (
  org_id uuid not null references tandem.organization,
  signal_id uuid not null,
  from_name text,
  from_address text,
  -- Everybody whom it names, as {field, name, address}; and their addresses in small letters, the sender's first.
  recipients jsonb not null,
  addresses text[] not null,
  body text not null,
  is_cut boolean not null,
  attachments jsonb not null,
  -- What the mail says of its own time; null where it says nothing that can be.
  sent_at timestamptz,
  primary key (org_id, signal_id),
  -- It goes with its signal, which goes only with a demo organization.
  foreign key (org_id, signal_id) references tandem.signal on delete cascade
);

create index partner_person_by_address on tandem.partner_person (org_id, lower(email)) where email is not null;
create index signal_by_arrival on tandem.signal (org_id, opportunity_id, recorded_at);

-- Whose mail it is, as far as is known when somebody asks: the first of its addresses that is a person at a partner.
-- An address that two partners have says nothing.
create function tandem.partner_of_mail(the_org uuid, the_signal uuid)
returns table (partner_id uuid, partner_person_id uuid)
language sql stable as $$
  select h.partner_id, h.partner_person_id
  from tandem.mail m
  cross join lateral unnest(m.addresses) with ordinality as a (address, place)
  join tandem.partner_person h on h.org_id = m.org_id and lower(h.email) = a.address
  join tandem.partner p on p.org_id = h.org_id and p.partner_id = h.partner_id and not p.is_withdrawn
  where m.org_id = the_org and m.signal_id = the_signal and not h.is_withdrawn and not exists (
    select from tandem.partner_person other
    where other.org_id = h.org_id and lower(other.email) = a.address and other.partner_id <> h.partner_id
      and not other.is_withdrawn)
  order by a.place, h.left_on nulls first, h.partner_person_id
  limit 1
$$;

alter table tandem.mail enable row level security;
alter table tandem.mail force row level security;
create policy desk_sees_its_organization on tandem.mail
  using (org_id = (select case when coalesce(current_setting('app.partner', true), '') = ''
    then nullif(current_setting('app.org', true), '')::uuid end));
grant select, insert on tandem.mail to tandem_app;
