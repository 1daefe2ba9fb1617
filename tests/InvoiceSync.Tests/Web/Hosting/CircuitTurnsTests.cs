using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Tests.Web.Hosting;

public sealed class CircuitTurnsTests
{
    readonly CircuitTurns turns = new();
    readonly List<string> begun = [];

    [Fact]
    public async Task What_came_first_begins_first_though_its_check_took_longer()
    {
        var database = new TaskCompletionSource();
        var field = turns.Take(() => database.Task, () => Begin("field"));
        var button = turns.Take(() => Task.CompletedTask, () => Begin("button"));
        Assert.Empty(begun);
        database.SetResult();
        await Task.WhenAll(field, button);
        Assert.Equal(["field", "button"], begun);
    }

    [Fact]
    public async Task An_act_that_goes_on_holds_nobody_up()
    {
        var answer = new TaskCompletionSource();
        var dialog = turns.Take(() => Task.CompletedTask, () => answer.Task);
        await turns.Take(() => Task.CompletedTask, () => Begin("answer"));
        Assert.False(dialog.IsCompleted);
        answer.SetResult();
        await dialog;
    }

    [Fact]
    public async Task A_check_or_an_act_that_fails_fails_alone()
    {
        var check = turns.Take(() => Task.FromException(new TimeoutException()), () => Begin("never"));
        var act = turns.Take(() => Task.CompletedTask, () => throw new InvalidOperationException());
        await turns.Take(() => Task.CompletedTask, () => Begin("next"));
        await Assert.ThrowsAsync<TimeoutException>(() => check);
        await Assert.ThrowsAsync<InvalidOperationException>(() => act);
        Assert.Equal(["next"], begun);
    }

    Task Begin(string act)
    {
        begun.Add(act);
        return Task.CompletedTask;
    }
}
