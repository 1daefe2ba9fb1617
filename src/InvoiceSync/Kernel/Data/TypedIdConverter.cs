using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InvoiceSync.Kernel.Data;

/// <summary>Typed keys are plain UUIDs in the database.</summary>
sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value)) where TId : struct, IId<TId>
{
    static TId From(Guid value) => TId.From(value);
}

static class TypedIdConverter
{
    public static IEnumerable<Type> IdTypes() =>
        typeof(TypedIdConverter).Assembly.GetTypes().Where(t =>
            t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));
}

sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, code => new Currency(code));
