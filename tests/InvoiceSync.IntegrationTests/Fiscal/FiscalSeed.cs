using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>A row of a company in each table of the mailbox and of the tokens, made by the use cases themselves.</summary>
static class FiscalSeed
{
    static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        var message = new FiscalMessage("3999999999", "5999999999", FiscalMessageKind.Received, Now, "canary details", "1");
        await portal.Send(company.Machine, new KeepMessages(false, [message], Now));
        var kept = (await portal.Ask(company.Machine, new ListMailbox(Search: "5999999999"))).Rows.Single();
        // A worker that asks the practice ANAF for this unknown message may note it as gone at the same time: then again.
        var file = new KeepMessageFile(kept.Id, [1], "<Invoice><ID>CANARY-9</ID></Invoice>"u8.ToArray(), []);
        await Eventually.Seen(() => portal.As(company.Machine, d => d.Send(file, TestContext.Current.CancellationToken)), done => done.IsOk);
        await portal.Send(company.Owner, new BeginAnswer(kept.Id, "canary answer"));
        await portal.Send(company.Owner, new EnterOutage(TimeProvider.System.GetUtcNow().AddDays(-90), TimeProvider.System.GetUtcNow().AddDays(-89), "https://www.anaf.ro/canary"));
        var invoice = (await portal.Ask(company.Machine, new ListByFiling(InvoiceFiling.Accepted))).Rows[0].Id;
        await portal.Send(company.Machine, new KeepBalance(invoice, new(121, 0, 121)));
        const string telling = "insert into fiscal.payment_tellings (tenant_id, invoice_id, number, payment, kind, amount, paid_on, is_wanted, state)";
        await Database.Ask(portal.Database.Platform, $"{telling} values ('{company.Id.Value}', '{invoice.Value}', 1, '{Guid.Empty}', 'Card', 121, '2026-11-20', true, 'There')", TestContext.Current.CancellationToken);
        const string there = "insert into fiscal.estimates_in_books (tenant_id, estimate_id, provider, state, number, standing, version)";
        await Database.Ask(portal.Database.Platform, $"{there} values ('{company.Id.Value}', '{Guid.CreateVersion7(Now)}', 'smartbill', 'There', 'CANARY 0001', 'Stands', 1)", TestContext.Current.CancellationToken);
        await portal.Send(company.Machine, new BeginTokenRefresh("canary", Guid.CreateVersion7(Now)));
    }
}
