using System.Linq.Expressions;

namespace InvoiceSync.Fiscal.Model;

static class FilingStates
{
    /// <summary>Nothing happens any more by itself.</summary>
    public static readonly FilingState[] Over = [FilingState.Accepted, FilingState.Refused, FilingState.Stopped, FilingState.Kept];

    /// <summary>Begun and not over. What is only held for a while has not left yet.</summary>
    public static Expression<Func<Filing, bool>> UnderWay(DateTimeOffset now) =>
        f => !Over.Contains(f.State) && !(f.State == FilingState.Intended && f.HeldUntil > now);
}
