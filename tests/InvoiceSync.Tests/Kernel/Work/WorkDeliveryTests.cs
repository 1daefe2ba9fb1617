using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Kernel.Work;

public sealed class WorkDeliveryTests
{
    static readonly Type[] Types = typeof(WorkDelivery).Assembly.GetTypes();
    readonly FakeDispatcher dispatcher = new();

    [Fact]
    public async Task A_queued_command_is_sent_as_it_was_queued()
    {
        dispatcher.On<ReadSale>();
        await Deliver("ReadSale", """{"kind":"Charge","id":"ch_1"}""");
        Assert.Equal(new ReadSale(SaleKind.Charge, "ch_1"), Assert.Single(dispatcher.Heard));
    }

    [Fact]
    public async Task An_event_reaches_its_reaction()
    {
        dispatcher.On<InvoiceSale>();
        await Deliver("on:InvoiceTheSale", $$"""{"sale":"{{Some.Id<SaleId>(1).Value}}"}""");
        Assert.Equal(new InvoiceSale(Some.Id<SaleId>(1)), Assert.Single(dispatcher.Heard));
    }

    [Fact]
    public async Task A_refusal_is_a_failure_so_that_it_is_tried_again_and_seen()
    {
        dispatcher.On<ReadSale, Done>(_ => Error.Unavailable("source.unavailable", "Away."));
        Assert.Equal("source.unavailable", (await Assert.ThrowsAsync<RuleBrokenException>(() => Deliver("ReadSale", """{"kind":"Charge","id":"ch_1"}"""))).Error.Code);
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("on:Nothing")]
    public async Task Work_of_a_name_nobody_knows_fails_and_says_so(string name) =>
        Assert.Contains(name, (await Assert.ThrowsAsync<InvalidOperationException>(() => Deliver(name, "{}"))).Message, StringComparison.Ordinal);

    async Task Deliver(string name, string body)
    {
        await using var services = new ServiceCollection().AddScoped<CallerHolder>().AddSingleton<IDispatcher>(dispatcher).BuildServiceProvider();
        var delivery = new WorkDelivery(services.GetRequiredService<IServiceScopeFactory>(), new HandlerTable(Types), new EventRouter(Types));
        await delivery.Deliver(new(Some.Tenant, Guid.Empty, name, "key", body, 1), TestContext.Current.CancellationToken);
    }
}
