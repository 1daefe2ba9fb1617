using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>What the night forgets, and what it leaves alone.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ForgetOldTests(PortalUnderTest portal)
{
    static readonly Caller House = Caller.System(TenantId.Platform, "test");

    [Fact]
    public async Task Sessions_over_for_a_month_go_with_their_tokens_and_living_ones_stay()
    {
        var ana = await portal.Person("nights");
        string[] names = ["old", "ended", "yesterday", "living"];
        foreach (var name in names) await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, true, name, "192.0.2.1"));
        await Sql($"update access.sessions set ended_at = null where user_id = '{ana.Id.Value}'");
        await Sql($"update access.sessions set ends_at = now() - interval '31 days' where user_id = '{ana.Id.Value}' and device = 'old'");
        await Sql($"update access.sessions set ended_at = now() - interval '31 days' where user_id = '{ana.Id.Value}' and device = 'ended'");
        await Sql($"update access.sessions set ended_at = now() - interval '1 day' where user_id = '{ana.Id.Value}' and device = 'yesterday'");
        await Sql($"insert into access.spent_tokens (token_hash, session, at) select sha256(device::bytea), id, now() from access.sessions where user_id = '{ana.Id.Value}'");

        await portal.Send(House, new ForgetOldSessions());
        Assert.Equal("living,yesterday", await Sql($"select string_agg(device, ',' order by device) from access.sessions where user_id = '{ana.Id.Value}'"));
        Assert.Equal("living", await Sql($"select string_agg(s.device, ',') from access.spent_tokens t join access.sessions s on s.id = t.session where s.user_id = '{ana.Id.Value}'"));
        Assert.Equal(0L, await Sql("select count(*) from access.spent_tokens t where not exists (select 1 from access.sessions s where s.id = t.session)"));
    }

    [Fact]
    public async Task Mails_of_a_season_ago_go_and_one_that_still_waits_stays()
    {
        string[] names = ["sent", "waits", "new"];
        foreach (var name in names) await portal.Send(House, new QueueMail($"{name}@forgotten.example", new("Subject", "Text", "<p>Text</p>"), $"forget-{name}"));
        await Eventually.Seen(() => Sql("select count(*) from messaging.mails where key like 'forget-%' and state <> 'Queued'"), done => done is 3L);
        await Sql("update messaging.mails set created_at = created_at - interval '91 days' where key in ('forget-sent', 'forget-waits')");
        await Sql("update messaging.mails set state = 'Queued' where key = 'forget-waits'");

        await portal.Send(House, new ForgetOldMails());
        Assert.Equal("forget-new,forget-waits", await Sql("select string_agg(key, ',' order by key) from messaging.mails where key like 'forget-%'"));
    }

    Task<object?> Sql(string sql) => Database.Ask(portal.Database.Platform, sql, TestContext.Current.CancellationToken);
}
