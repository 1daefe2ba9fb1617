using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>Everything that may be tried with a filing.</summary>
public enum FilingMove
{
    Send,
    Receive,
    ProveNotSent,
    Doubt,
    Wait,
    Accept,
    Refuse,
    Adopt,
    FileAgain,
}

static class FilingMoves
{
    public static Filing Begun() => new(Some.Id<FilingId>(1), Some.Id<InvoiceId>(2), "anaf", Some.Noon.AddDays(5), Some.Noon);

    public static Filing Kept(KeptBecause because) => new(Some.Id<FilingId>(1), Some.Id<InvoiceId>(2), "anaf", Some.Noon.AddDays(5), Some.Noon, because);

    public static Filing In(FilingState state)
    {
        var filing = state is FilingState.Kept ? Kept(KeptBecause.Abroad) : Begun();
        if (state is FilingState.Sent or FilingState.Accepted or FilingState.Refused) Try(filing, FilingMove.Receive);
        if (state is FilingState.Accepted) Try(filing, FilingMove.Accept);
        if (state is FilingState.Refused) Try(filing, FilingMove.Refuse);
        if (state is FilingState.Unknown) Try(filing, FilingMove.Doubt);
        if (state is FilingState.Stopped) filing.TryStop(Some.Noon);
        filing.TakeRaised();
        return filing;
    }

    /// <summary>The code of the refusal, or null when the move was made.</summary>
    public static string? Try(Filing filing, FilingMove move)
    {
        try
        {
            Make(filing, move);
            return null;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Error.Code;
        }
    }

    static void Make(Filing filing, FilingMove move)
    {
        var now = Some.Noon.AddMinutes(1);
        switch (move)
        {
            case FilingMove.Send: filing.TryBeginSending("hash", now); break;
            case FilingMove.Receive: filing.Received("5001", now); break;
            case FilingMove.ProveNotSent: filing.NotSent("Connection refused.", now.AddMinutes(2), now); break;
            case FilingMove.Doubt: filing.InDoubt("Time-out.", now); break;
            case FilingMove.Wait: filing.StillWaiting("ANAF is down.", now.AddMinutes(1), now); break;
            case FilingMove.Accept: filing.Accepted("3001", now); break;
            case FilingMove.Refuse: filing.Refused([new("BR-CO-15", null, "total.with_vat_wrong", null, "original")], now); break;
            case FilingMove.Adopt: filing.Adopt("4001", now); break;
            default: filing.FileAgain(now); break;
        }
    }
}
