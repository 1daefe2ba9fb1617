using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>A provider with a practice of it behind: what a compliance suite needs to arrange, and nothing it could assert.</summary>
public abstract class FiscalPractice : IAsyncDisposable
{
    public abstract IFiscalProvider Provider { get; }

    /// <summary>An account with every right.</summary>
    public abstract FiscalAccount Account { get; }

    /// <summary>There is a line to the other side, and it can break.</summary>
    public virtual bool CanBreak => true;

    /// <summary>An index of the right form, whether something is there or not.</summary>
    public abstract string SomeIndex { get; }

    public abstract FiscalSubmission Good(string number);

    /// <summary>Of a good one, what is turned away at the door.</summary>
    public abstract FiscalSubmission Unfit(FiscalSubmission good);

    /// <summary>How many documents the other side holds, counted there.</summary>
    public abstract Task<int> Held();

    /// <summary>Whether asking the provider as we do after a doubt says that the document was made.</summary>
    public abstract Task<bool> Tells(string number);

    /// <summary>Moves the clock of both sides.</summary>
    public abstract void Pass(TimeSpan time);

    /// <summary>The next call goes wrong in this way, once.</summary>
    public abstract Task Break(Breakage how);

    public abstract ValueTask DisposeAsync();
}

public enum Breakage
{
    AnswerLostAfterWork,
    ResetBeforeWork,
    ErrorAfterWork,
    WebPage,
    TooMany,
}
