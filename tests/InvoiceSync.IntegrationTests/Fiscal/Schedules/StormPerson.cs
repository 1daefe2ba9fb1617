using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>The bookkeeper of a company: looks into SmartBill when asked whether an invoice was made there, and would like to file elsewhere at the wrong moment.</summary>
sealed class StormPerson(FilingWorld world, StormCompany company)
{
    /// <summary>Settles every filing that asks for a person; how many there were.</summary>
    public async Task<int> Settle()
    {
        var asked = await world.Asking(company.Caller.Tenant);
        foreach (var invoice in asked) await Try(() => Settle(invoice));
        return asked.Count;
    }

    /// <summary>Refused while anything is under way.</summary>
    public Task ChangePlace(bool back) => Try(() => world.Attempt(company.Caller, new ChooseProvider(back ? company.Place : company.OtherPlace)));

    // Another worker may have settled it meanwhile; then this is refused.
    async Task Settle(InvoiceId invoice)
    {
        var number = (await world.Ask(company.Caller, new GetInvoice(invoice))).Document.Number;
        var made = (await StormVerdict.Papers(world, company))[number].FirstOrDefault();
        await world.Attempt(company.Caller, new SettleFiling(invoice, made?.Split(' ')[^1]));
    }

    static async Task Try(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (PowerCutException)
        {
            // Whether it was kept shows at the next look.
        }
    }
}
