using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Isolation;

[Collection(TwoCompaniesTests.Name)]
public sealed class NestedQuestionsTests(TwoCompanies two)
{
    // Every ListSeries asks GetTenant in its middle. Were that a connection more, two of them would hold both and wait for a third.
    [Fact]
    public async Task More_questions_within_questions_than_connections_are_all_answered_each_to_its_own_company()
    {
        var ready = await two.Ready();
        var narrow = ready.Database with { App = ready.Database.App + ";Maximum Pool Size=2;Timeout=3" };
        await using var portal = await PortalNode.Start(narrow, ready.Portal.Address, null, "--InvoiceSync:Roles=portal,api");
        var ofA = (await ready.Portal.Try(ready.A.Owner, new ListSeries())).OrThrow();
        var ofB = (await ready.Portal.Try(ready.B.Owner, new ListSeries())).OrThrow();

        Assert.NotEqual(ofA, ofB);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => portal.Try(i % 2 == 0 ? ready.A.Owner : ready.B.Owner, new ListSeries())));

        Assert.All(answers, answer => Assert.True(answer.IsOk, answer.Error?.Code));
        Assert.All(answers.Index(), a => Assert.Equal(a.Index % 2 == 0 ? ofA : ofB, a.Item.OrThrow()));
    }
}
