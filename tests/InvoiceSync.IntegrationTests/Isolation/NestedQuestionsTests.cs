using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Isolation;

[Collection(TwoCompaniesTests.Name)]
public sealed class NestedQuestionsTests(TwoCompanies two)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

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

    // Drawing an invoice is an act of the log.
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task What_a_handler_asked_stands_in_the_log_with_its_handlers_commit_and_not_without_it(bool commits, long entries)
    {
        var ready = await two.Ready();
        var invoice = ready.SalesOfA.First(s => s.Invoice is not null).Invoice!.Value;
        await using var scope = ready.Portal.Services.CreateAsyncScope();
        var (holder, before) = (scope.ServiceProvider.GetRequiredService<CallerHolder>(), await Drawn());
        holder.Caller = ready.A.Machine;
        holder.Open = scope.ServiceProvider.GetRequiredService<InvoiceSyncDb>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await using (var transaction = await work.Begin(Ct))
        {
            (await scope.ServiceProvider.GetRequiredService<IDispatcher>().Ask(new DrawInvoice(invoice), Ct)).OrThrow();
            if (commits) await work.Commit(transaction, holder.Caller, "Test", Ct);
        }

        Assert.Equal(entries, await Drawn() - before);

        async Task<long> Drawn() =>
            (long)(await Database.Ask(ready.Database.Platform, $"select count(*) from audit.log where tenant_id = '{ready.A.Id.Value}' and event_type = 'invoice.printed'", Ct))!;
    }
}
