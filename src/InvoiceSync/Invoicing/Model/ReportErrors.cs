using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

static class ReportErrors
{
    public static readonly Error PeriodInvalid = Error.Invalid("report.period_reversed", "A period begins before it ends.", "From");
    public static readonly Error PeriodTooLong = Error.Invalid("report.period_exceeded", "A report covers at most ten years, and at most one year and a day by days.", "From");
    public static readonly Error Drifted = Error.Refused("report.drifted", "The sums behind the reports are not those of the invoices. Do not file anything by them: call who runs this installation.");
}
