using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>A company that looks its invoices over first: HoldFilings lets them lie, FileNow does not wait.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class HoldTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_held_invoice_lies_whatever_wakes_it_until_somebody_files_it_now()
    {
        var (company, stranger) = (await Company.Create(portal, "hold", hooked: false), await Company.Create(portal, "hold-other", hooked: false));
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new HoldFilings(5), Ct))).Error?.Code);
        foreach (var hours in (int[])[-1, 73]) Assert.Equal("filing.hold_invalid", (await portal.As(company.Owner, d => d.Send(new HoldFilings(hours), Ct))).Error?.Code);
        await portal.Send(company.Owner, new HoldFilings(5));
        Assert.Equal(5, (await portal.Ask(company.Viewer, new GetProviders())).HoldHours);

        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        var filing = (await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f is not null))!;
        Assert.InRange(filing.HeldUntil!.Value - filing.Attempts[0].IntendedAt, TimeSpan.FromHours(4.99), TimeSpan.FromHours(5.01));
        Assert.Equal(filing.HeldUntil, Assert.Single((await portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Waiting))).Rows).HeldUntil);

        await portal.Send(company.Machine, new ResumeFilings());
        var asked = $"select asked from fiscal.filing_attempts where tenant_id = '{company.Id.Value}'";
        await Eventually.Seen(async () => (int)(await Database.Ask(portal.Database.Platform, asked, Ct))!, n => n == 1);
        Assert.Equal((FilingState.Intended, null), ((await portal.Ask(company.Viewer, new GetFiling(invoice)))!.State, filing.Attempts[0].SentAt));

        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new FileNow(invoice), Ct))).Error?.Code);
        Assert.Equal("invoice.not_found", (await portal.As(stranger.Owner, d => d.Send(new FileNow(invoice), Ct))).Error?.Code);
        await portal.Send(company.Owner, new FileNow(invoice));
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f is { State: FilingState.Accepted, HeldUntil: null });
        Assert.Equal("filing.not_held", (await portal.As(company.Owner, d => d.Send(new FileNow(invoice), Ct))).Error?.Code);
    }
}
