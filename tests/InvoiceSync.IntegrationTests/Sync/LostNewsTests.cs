using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Messaging;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>What a company's own system did not take for two days is told to its owners: TellOfLostNews, once a day.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class LostNewsTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_given_up_after_two_days_is_mailed_to_the_owners_once_and_one_nobody_wants_any_more_is_not()
    {
        var (company, other) = (await Company.Create(portal, "lost", hooked: false), await Company.Create(portal, "lost-other", hooked: false));
        var admin = await portal.Send(AccountScene.SetUp, new AddPerson($"admin@{company.Slug}.example", "Admin", Company.Password, company.Id, Roles.Admin));
        Assert.Equal([company.Owner.Actor], (await portal.Ask(company.Machine, new ListOwners())).Select(p => p.Id.ToString()));
        Assert.NotEqual(company.Owner.Actor, admin.ToString());
        foreach (var one in (Company[])[company, other]) await portal.Send(one.Owner, new SaveNewsHook("https://hooks.example.invalid/x", new(Finished: true)));

        await Lose(company, "bat_1:1");
        await Lose(company, "bat_2:1");
        var posts = (await portal.Ask(company.Owner, new GetNewsHook())).Posts;
        Assert.Equal([(NewsPostState.GivenUp, "unreachable"), (NewsPostState.GivenUp, "unreachable")], posts.Select(p => (p.State, p.Problem)));
        var mail = Assert.Single(await Mails(company));
        Assert.Equal(company.Email, mail.To);
        Assert.Contains($"/t/{company.Slug}/settings/notifications", mail.Letter.Text, StringComparison.Ordinal);

        // Told again, by a node that died after the mail, it is the same mail.
        await portal.Send(company.Machine, new TellOfLostNews(posts[0].Id, posts[0].Kind, posts[0].CreatedAt, posts[0].TriedAt!.Value, null, "unreachable"));
        Assert.Single(await Mails(company));

        // The other company removes its address: what waits is given up, and that is no news to it.
        await portal.Send(other.Machine, new QueueNewsPost(NewsKind.Finished, "bat_1:1", "{}"));
        await portal.Send(other.Owner, new DropNewsHook());
        await Eventually.Seen(() => portal.Ask(other.Owner, new GetNewsHook()), h => h.Posts is [{ State: NewsPostState.GivenUp, Problem: "address_removed" }]);
        Assert.Empty(await Mails(other));
        await portal.Send(company.Owner, new DropNewsHook());
    }

    // A message of three days ago, whose next try fails like all before.
    async Task Lose(Company company, string about)
    {
        await portal.Send(company.Machine, new QueueNewsPost(NewsKind.Finished, about, "{}"));
        await Database.Ask(portal.Database.Platform, $"update sync.news_posts set created_at = created_at - interval '3 days' where tenant_id = '{company.Id.Value}' and key = 'Finished:{about}'", Ct);
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetNewsHook()), h => h.Posts.All(p => p.State is NewsPostState.GivenUp));
    }

    async Task<IReadOnlyList<ListKeptMails.Row>> Mails(Company company)
    {
        await Eventually.Seen(
            async () => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from kernel.work_items where tenant_id = '{company.Id.Value}' and name in ('PostNews', 'TellOfLostNews', 'SendMail')", Ct))!, left => left == 0);
        return await portal.Ask(company.Machine, new ListKeptMails());
    }
}
