using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class GetDeadlinesTests
{
    [Theory]
    [InlineData(-3, DutyRest.None, 1)]
    [InlineData(-3, DutyRest.Was, 1)]
    [InlineData(-3, DutyRest.Now, 0)] // nothing can be filed, and nothing has to be
    [InlineData(0, DutyRest.None, 0)]
    public void A_late_document_is_exposed_to_fines_unless_the_duty_rests_now(int left, DutyRest rest, int exposed)
    {
        var row = new Deadline(Some.Id<SaleId>(1), null, null, "Client", new Money(1, Currency.Ron), SaleState.Waiting, new(2026, 11, 27), Some.Noon, left, null) { Rest = rest };
        Assert.Equal(exposed, new GetDeadlines.View([row], [], false, CompanySize.Other, LateFine.Of(CompanySize.Other), false).Exposed);
    }
}
