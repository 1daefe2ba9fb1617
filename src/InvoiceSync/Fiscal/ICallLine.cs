namespace InvoiceSync.Fiscal;

/// <summary>
/// A line before something that counts the calls of all companies and nodes together, like one account that several use.
/// Who is at its head calls; everybody else waits a little, or until a block of the whole line has passed.
/// </summary>
public interface ICallLine
{
    /// <summary>Takes the turn, or says how long to wait before asking again. After a turn nobody is let in before gap has passed.</summary>
    Task<TimeSpan?> Take(string line, TimeSpan gap, CancellationToken ct);

    /// <summary>Nobody of the line calls for so long: whoever calls during a block makes it longer.</summary>
    Task Hold(string line, TimeSpan wait, CancellationToken ct);
}
