using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

// What a person changes about a document in a provider's books. It is written down before the call: an answer that got lost asks that person.
sealed partial class Filing
{
    public BooksStanding Standing { get; private set; }

    /// <summary>A change that was asked for there and of which it is not known what came.</summary>
    public BooksStep? UnderWay { get; private set; }

    /// <summary>False when the same was asked for before without an answer: a refusal may then say that it is done.</summary>
    public bool BeginStep(BooksStep step, string? gate, DateTimeOffset now)
    {
        Rule.Require(State == FilingState.Accepted && LegalNumber is not null, BooksErrors.NotInBooks);
        Rule.Require(step switch { BooksStep.Cancel => Standing == BooksStanding.Stands, BooksStep.Restore => Standing == BooksStanding.Cancelled, _ => Standing != BooksStanding.Deleted }, BooksErrors.StepImpossible);
        // A deletion is not asked for twice: between the two another invoice may have got the number.
        Rule.Require(UnderWay is null || UnderWay == step && step != BooksStep.Delete, BooksErrors.StepUnderWay);
        var isFirst = UnderWay is null;
        (UnderWay, Latest.Gate) = (step, gate);
        Latest.Note(now, "books", $"{step}: asked for.");
        return isFirst;
    }

    public void EndStep(bool isDone, DateTimeOffset now)
    {
        Rule.Require(UnderWay is not null, BooksErrors.NothingUnderWay);
        var step = UnderWay.Value;
        (UnderWay, Latest.Gate) = (null, null);
        Latest.Note(now, "books", isDone ? $"{step}: done, {LegalNumber}." : $"{step}: not done.");
        Raise(new FilingMoved(InvoiceId));
        if (!isDone) return;
        Standing = step switch { BooksStep.Cancel => BooksStanding.Cancelled, BooksStep.Restore => BooksStanding.Stands, _ => BooksStanding.Deleted };
        // The next document there gets its number.
        if (step == BooksStep.Delete) LegalNumber = null;
        if (step == BooksStep.Restore) Raise(new FilingAccepted(InvoiceId));
        else Raise(new FilingWithdrawn(InvoiceId));
    }

    public void OriginalKept()
    {
        if (LegalNumber is not null) Raise(new FilingOriginalKept(InvoiceId));
    }
}
