using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

// What a person changes about it there. It is written down before the call: an answer that got lost asks that person.
sealed partial class EstimateInBooks
{
    public BooksStanding Standing { get; private set; }

    /// <summary>A change that was asked for there and of which it is not known what came.</summary>
    public BooksStep? UnderWay { get; private set; }

    /// <summary>The invoices that were made of it there, when somebody looked last.</summary>
    public string? InvoicedAs { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public const int LongestInvoiced = 200;

    /// <summary>False when the same was asked for before without an answer: a refusal may then say that it is done.</summary>
    public bool BeginStep(BooksStep step, string? gate)
    {
        Rule.Require(State == EstimateInBooksState.There && Number is not null, BooksErrors.EstimateNotThere);
        Rule.Require(step switch { BooksStep.Cancel => Standing == BooksStanding.Stands, BooksStep.Restore => Standing == BooksStanding.Cancelled, _ => Standing != BooksStanding.Deleted }, BooksErrors.StepImpossible);
        // A deletion is not asked for twice: between the two another one may have got the number.
        Rule.Require(UnderWay is null || UnderWay == step && step != BooksStep.Delete, BooksErrors.StepUnderWay);
        var isFirst = UnderWay is null;
        (UnderWay, Gate) = (step, gate);
        return isFirst;
    }

    public void EndStep(bool isDone)
    {
        Rule.Require(UnderWay is not null, BooksErrors.NothingUnderWay);
        var step = UnderWay.Value;
        (UnderWay, Gate) = (null, null);
        if (!isDone) return;
        Standing = step switch { BooksStep.Cancel => BooksStanding.Cancelled, BooksStep.Restore => BooksStanding.Stands, _ => BooksStanding.Deleted };
        // The next pro-forma there gets its number.
        if (step == BooksStep.Delete) (Number, InvoicedAs, ReadAt) = (null, null, null);
    }

    public void Read(IReadOnlyList<string> invoices, DateTimeOffset now)
    {
        var all = string.Join(", ", invoices);
        (InvoicedAs, ReadAt) = (all.Length == 0 ? null : Customers.PlainText.Fit(all, LongestInvoiced), now);
    }
}
