using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>A provider with a practice authority behind it: what a compliance suite needs to arrange, and nothing it could assert.</summary>
public abstract class FiscalPractice : IAsyncDisposable
{
    public abstract IFiscalProvider Provider { get; }

    /// <summary>An account with every right.</summary>
    public abstract FiscalAccount Account { get; }

    /// <summary>A good token whose owner has no right over the account's tax id.</summary>
    public abstract FiscalAccount Stranger { get; }

    public abstract DateTimeOffset Now { get; }

    public abstract FiscalSubmission Good(string number);

    /// <summary>Readable, and against a rule of the authority.</summary>
    public abstract FiscalSubmission Bad(string number);

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
