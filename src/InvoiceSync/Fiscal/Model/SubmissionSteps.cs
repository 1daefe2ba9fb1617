using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What an answer to a submission means for its filing, and what is done next and when.</summary>
static class SubmissionSteps
{
    public static (ICommand<Done> Next, DateTimeOffset At)? Record(this Filing filing, SubmitAnswer answer, IFiscalProvider provider, TenantMode mode, FiscalPace pace, DateTimeOffset now)
    {
        switch (answer)
        {
            case SubmitAnswer.Received(var index, _):
                filing.Received(index, now, provider is IFiscalBooks);
                return (new PollFiling(filing.Id), now + pace.BeforeAsk(mode, 0));
            case SubmitAnswer.InDoubt(var why):
                filing.InDoubt(why, now);
                return (new ReconcileFiling(filing.Id), now + pace.BeforeAsk(mode, 0));
            case SubmitAnswer.Rejected(RejectionKind.FixData, var errors):
                filing.Refused(Problems.Of(errors), now);
                return null;
            case SubmitAnswer.Rejected(var kind, var errors):
                return Later(string.Join(' ', errors), kind == RejectionKind.Technical ? pace.BeforeRetry(mode) : pace.BeforeLookingForPerson(mode));
            case SubmitAnswer.Denied(var why):
                return Later(why, pace.BeforeLookingForPerson(mode));
            case SubmitAnswer.Limited(var after):
                return Later($"{provider.Title} asks us to slow down.", after ?? pace.BeforeRetry(mode));
            case SubmitAnswer.NotSent(var why):
                return Later(why, pace.BeforeRetry(mode));
            default:
                throw new InvalidOperationException($"Unknown answer {answer}.");
        }

        (ICommand<Done>, DateTimeOffset) Later(string why, TimeSpan wait)
        {
            filing.NotSent(why, now + wait, now);
            return (new SubmitFiling(filing.Id), now + wait);
        }
    }
}
