using System.Reflection;
using System.Text.Json;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Sends every message that names something, as B with full powers and A's names: past every check of the web.</summary>
[Collection(TwoCompaniesTests.Name)]
public sealed class MessageRobotTests(TwoCompanies two)
{
    [Fact]
    public async Task With_names_of_A_the_machine_of_B_gets_what_it_gets_for_names_of_nobody_and_changes_nothing_of_A()
    {
        var ready = await two.Ready();
        var names = await NamesOf.Rows(ready, ready.A);
        var tables = TenantTables.Names(ready.Portal.Services);
        var before = await TenantTables.Hashes(ready.Database, tables, ready.A.Id);
        var messages = Messages.NamingSomething(ready.Portal.Services);
        Assert.True(messages.Count > 25, $"Only {messages.Count} messages name something.");

        var different = new List<string>();
        foreach (var entry in messages)
        {
            var answers = await Both(ready, entry.Message, names);
            if (answers.ToA != answers.ToNobody) different.Add($"{entry.Action}: {answers.ToA} but {answers.ToNobody}");
        }

        Assert.True(different.Count == 0, string.Join('\n', different));
        Assert.Equal(before, await TenantTables.Hashes(ready.Database, tables, ready.A.Id));
    }

    [Fact]
    public async Task The_same_robot_as_A_gets_other_answers_so_that_it_can_tell_them_apart()
    {
        var ready = await two.Ready();
        var names = await NamesOf.Rows(ready, ready.A);
        var reading = Messages.NamingSomething(ready.Portal.Services).Where(e => e is { IsQuery: true, Permission: "invoice.read" }).ToList();
        Assert.NotEmpty(reading);
        foreach (var entry in reading)
            Assert.NotEqual(await Answer(ready, ready.A, Messages.Make(entry.Message, names)), await Answer(ready, ready.A, Messages.Make(entry.Message, NamesOf.Nobody(names))));
    }

    static async Task<(string ToA, string ToNobody)> Both(TwoCompanies.Seeded ready, Type message, IReadOnlyDictionary<string, object> names)
    {
        var toA = await Answer(ready, ready.B, Messages.Make(message, names));
        return (toA, await Answer(ready, ready.B, Messages.Make(message, NamesOf.Nobody(names))));
    }

    static Task<string> Answer(TwoCompanies.Seeded ready, Company who, object message)
    {
        var answer = message.GetType().GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMessage<>)).GetGenericArguments()[0];
        var typed = typeof(MessageRobotTests).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(answer);
        return (Task<string>)typed.Invoke(null, [ready.Portal, who.Machine, message])!;
    }

    // An id made anew is no difference; a refusal is told by its code and kind.
    static async Task<string> Typed<T>(PortalNode portal, Caller caller, object message)
    {
        Result<T> result = default;
        var failure = await Record.ExceptionAsync(async () => result = await portal.Try(caller, (IMessage<T>)message));
        if (failure is not null) return failure.GetType().Name;
        if (result.Error is { } error) return $"{error.Kind} {error.Code}";
        var value = result.OrThrow();
        return value is not null && Messages.IsId(value.GetType()) ? value.GetType().Name : JsonSerializer.Serialize(value, StoredJson.Options);
    }
}
