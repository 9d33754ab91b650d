/** Managers, people of an identity provider, and what limits guessing. */
export const accounts = `
alter table staff add is_manager boolean not null default false;
-- A person of an identity provider is who it says: issuer and subject, never a name or an address.
alter table staff add issuer text;
alter table staff add subject text;
create unique index on staff (issuer, subject);

-- What the provider wants to see again when the person signs out there.
alter table sessions add id_token text;

create table sign_in_attempts (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

create table single_sign_on_flows (
  browser_hash bytea primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  created_at timestamptz not null
);
`
