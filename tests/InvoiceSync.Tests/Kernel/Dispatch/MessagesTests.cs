using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Architecture;

namespace InvoiceSync.Tests.Kernel.Dispatch;

/// <summary>Every message has one handler and says who may send it.</summary>
public sealed class MessagesTests
{
    // Reviewed one by one: each tells nothing, or only to who brings a secret, or is sent by our own code alone.
    static readonly string[] ForAnybody =
    [
        "AcceptInvitation", "AskSecondStep", "CheckPassword", "ConfirmEmailChange", "CreateFirstOwner", "DoubtSession", "EndSsoSessions", "FindHook", "FindPasskeys",
        "FindSession", "FindSsoDoors", "FindSsoForEmail", "FindTenants", "GetInvitation", "GetQueueState", "GetSharedInvoice", "GetSsoConnection", "GetSsoLeaving",
        "IsFirstRun", "IsOriginKnown", "NoteSharedInvoice", "NoteSsoFailure", "OpenSession", "PrintSharedInvoice", "ReadSharedAttachment", "RecordAct", "RequestPasswordReset", "ResetPassword", "ResumeSession", "SignIn",
        "SignInByPasskey", "SignInBySso", "SignOut", "TakeSecondStep", "TouchSession", "WhoHoldsKey", "WhoHoldsToken", "WhoIs",
    ];

    static readonly Type[] Types = typeof(HandlerTable).Assembly.GetTypes();
    static readonly HandlerTable Table = new(Types);
    static readonly Type[] Planted = typeof(MessagesTests).GetNestedTypes(System.Reflection.BindingFlags.NonPublic);

    [Fact]
    public void Every_message_has_exactly_one_handler() => Verdict.NoneOf(WithoutOneHandler(Types));

    [Fact]
    public void Every_message_states_its_permission_or_that_anybody_may_send_it() => Verdict.NoneOf(WithoutPermission(Types));

    [Fact]
    public void The_messages_for_anybody_are_a_reviewed_list() =>
        Assert.Equal(ForAnybody, Table.Entries.Where(e => e.IsAnonymous).Select(e => e.Message.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Who_calls_the_outside_holds_no_database() => Verdict.NoneOf(ProcessesWithDatabase(Types));

    [Fact]
    public void No_two_messages_have_one_name_or_one_action()
    {
        Assert.Distinct(Table.Entries.Select(e => e.Message.Name));
        Assert.Distinct(Table.Entries.Select(e => e.Action));
        Assert.All(Table.Entries, e => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", e.Action));
    }

    [Fact]
    public void A_message_that_breaks_each_rule_is_seen()
    {
        Assert.Equal(["Twice has 2 handlers"], WithoutOneHandler(Planted));
        Assert.Equal(["Both", "Twice"], WithoutPermission(Planted).Order());
        Assert.Equal(["Reaching"], ProcessesWithDatabase(Planted));
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("submitfiling")]
    public void An_unknown_name_is_no_message(string name) => Assert.Null(Table.Named(name));

    [Fact]
    public void A_message_without_handler_is_a_bug_and_says_its_name() =>
        Assert.Contains("Twice", Assert.Throws<InvalidOperationException>(() => Table.Of(typeof(Twice))).Message, StringComparison.Ordinal);

    static IEnumerable<string> WithoutOneHandler(Type[] types) =>
        from message in types.Where(IsMessage)
        let handlers = types.Count(type => Handled(type).Contains(message))
        where handlers != 1
        select $"{message.Name} has {handlers} handlers";

    static IEnumerable<string> WithoutPermission(Type[] types) =>
        from message in types.Where(IsMessage)
        where message.IsDefined(typeof(RequiresAttribute), false) == message.IsDefined(typeof(AnonymousAttribute), false)
        select message.Name;

    static IEnumerable<string> ProcessesWithDatabase(Type[] types) =>
        from handler in types
        from message in Handled(handler)
        where message.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IProcess<>))
        where handler.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(InvoiceSyncDb) || p.ParameterType == typeof(UnitOfWork))
        select message.Name;

    static bool IsMessage(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMessage<>));

    static IEnumerable<Type> Handled(Type type) => type is not { IsClass: true, IsAbstract: false }
        ? []
        : type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<,>)).Select(i => i.GetGenericArguments()[0]);

    sealed record Twice : ICommand<Done>;

    [Anonymous, Requires("invoice.read")]
    sealed record Both : ICommand<Done>;

    [Requires("invoice.read")]
    sealed record Reaching : IProcess<Done>;

    sealed class First : IHandle<Twice, Done>
    {
        public Task<Done> Handle(Twice message, CancellationToken ct) => Task.FromResult(default(Done));
    }

    sealed class Second : IHandle<Twice, Done>, IHandle<Both, Done>
    {
        public Task<Done> Handle(Twice message, CancellationToken ct) => Task.FromResult(default(Done));

        public Task<Done> Handle(Both message, CancellationToken ct) => Task.FromResult(default(Done));
    }

    sealed class Long(InvoiceSyncDb db) : IHandle<Reaching, Done>
    {
        public Task<Done> Handle(Reaching message, CancellationToken ct) => Task.FromResult(db is null ? default : default(Done));
    }
}
