-- Who checks the chains from outside checks the platform's own as well.
do $$
begin
  if to_regclass('public.platform_event') is not null then
    grant select on platform_event, platform_head to entente_auditor;
  end if;
end $$;
