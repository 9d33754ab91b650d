/**
 * Tables of a record carry the contract's own column names, so that a row is read and written as a whole
 * by name. `owner` is the customer, `position` the place in the list as received, `absent` the fields that
 * were not sent at all (a null column that is not absent was sent as null), `null_lists` the lists sent as null.
 */
export const initial = /* sql */ `
create table dealers (
  uuid text primary key,
  id bigint not null unique,
  name text not null
);

create table staff (
  uuid text primary key,
  username text not null unique,
  name text not null,
  password_hash text,
  is_disabled boolean not null default false
);
create table staff_dealers (
  staff_uuid text not null references staff on delete cascade,
  dealer_uuid text not null references dealers on delete cascade,
  primary key (staff_uuid, dealer_uuid)
);
create index on staff_dealers (dealer_uuid);

create table service_accounts (
  username text primary key,
  password_hash text not null,
  is_disabled boolean not null default false
);
create table service_account_dealers (
  username text not null references service_accounts on delete cascade,
  dealer_uuid text not null references dealers on delete cascade,
  primary key (username, dealer_uuid)
);
create index on service_account_dealers (dealer_uuid);

create table sessions (
  token_hash bytea primary key,
  staff_uuid text not null references staff on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index on sessions (staff_uuid);

create table customers (
  uuid text primary key,
  id bigint,
  fname text,
  lname text,
  "customerKey" text,
  company text,
  "dealerId" bigint not null references dealers (id) on update cascade,
  absent text[] not null,
  null_lists text[] not null
);
create index on customers ("dealerId");

create table answer_errors (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  "errorCode" integer,
  "errorTitle" text,
  "errorMessage" text,
  primary key (owner, position)
);
create table answer_warnings (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  "warningCode" integer,
  "warningTitle" text,
  "warningMessage" text,
  primary key (owner, position)
);

create table communications (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  "commValue" text,
  "commType" text,
  "commLabel" text,
  preferred boolean,
  id bigint,
  primary key (owner, position)
);
create table vehicles (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  model text,
  year text,
  make text,
  engine text,
  "bodyStyle" text,
  trim text,
  vin text,
  id bigint,
  "isValid" boolean,
  uuid text,
  "vehicleKey" text,
  "imageUrl" text,
  primary key (owner, position)
);
create table secondary_customers (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  fname text,
  lname text,
  "customerKey" text,
  guid text,
  "customerId" bigint,
  primary key (owner, position)
);

create table dealer_orders (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  null_lists text[] not null,
  "dealerOrder_id" bigint,
  dealer_id bigint,
  customer_id bigint,
  dealerassociate_id bigint,
  vehicle_id bigint,
  order_number text,
  order_type text,
  order_date text,
  order_amount numeric,
  order_status text,
  description text,
  created_date text,
  close_date text,
  "dealerOrder_uuid" text,
  tag_or_hat text,
  "dealerOrderStatusFilter" text[],
  updated_date text,
  customer_uuid text,
  vehicle_uuid text,
  "dealerAssociate_uuid" text,
  primary key (owner, position)
);
create table transactions (
  owner text not null,
  order_position integer not null,
  position integer not null,
  absent text[] not null,
  "tenderDataId" bigint,
  "dealerOrderId" bigint,
  "customerId" bigint,
  "transactionId" bigint,
  "deviceId" bigint,
  "transactionTypeId" bigint,
  "transactionAmount" numeric,
  "ccNumber" text check ("ccNumber" ~ '^[0-9]{0,4}$'),
  primary key (owner, order_position, position),
  foreign key (owner, order_position) references dealer_orders on delete cascade
);

create table addresses (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  line1 text,
  line2 text,
  city text,
  zip text,
  "addressType" text,
  type text,
  country text,
  "updateTS" timestamptz,
  -- The instant as it was spelled: an offset or a missing fraction is not in a timestamptz.
  update_ts_text text,
  uuid text,
  "isValid" boolean,
  "isPreferred" boolean,
  state text,
  primary key (owner, position)
);
create table legacy_addresses (
  owner text not null references customers on delete cascade,
  position integer not null,
  absent text[] not null,
  id bigint,
  "dealerID" bigint,
  line1 text,
  line2 text,
  city text,
  zip text,
  "zipExt" text,
  "addressType" text,
  phone text,
  "stateCode" text,
  "stateDescription" text,
  "countryCode" text,
  country text,
  primary key (owner, position)
);

create table look_ups (
  id bigint generated always as identity primary key,
  looked_up_at timestamptz not null,
  request_id text not null,
  staff_uuid text,
  service_username text,
  requester_uuid text not null,
  customer_uuid text not null,
  dealer_uuids text[] not null,
  outcome text not null
);
create index on look_ups (staff_uuid, looked_up_at);

create table recent_customers (
  staff_uuid text not null references staff on delete cascade,
  customer_uuid text not null,
  name text not null,
  dealer_uuids text[] not null,
  looked_up_at timestamptz not null,
  primary key (staff_uuid, customer_uuid)
);
create index on recent_customers (staff_uuid, looked_up_at desc);
`
