namespace InvoiceSync.Web.Hosting;

/// <summary>
/// Keeps the acts of one circuit in the order they came, though a check that may take a while stands before each. Without, a button pressed
/// just after a field was left overtakes what the field told, and the second last letter comes last. Acts themselves run beside each other.
/// </summary>
sealed class CircuitTurns
{
    readonly Lock gate = new();
    Task before = Task.CompletedTask;

    public async Task Take(Func<Task> check, Func<Task> act)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task turn;
        lock (gate) (turn, before) = (before, begun.Task);
        await turn;
        Task work;
        try
        {
            await check();
            work = act();
        }
        finally
        {
            begun.SetResult();
        }

        await work;
    }
}
