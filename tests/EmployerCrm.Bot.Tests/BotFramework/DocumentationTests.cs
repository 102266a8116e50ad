using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a bot author meets says what it means.</summary>
public sealed class DocumentationTests
{
    private static readonly Assembly Protocol = typeof(Activity).Assembly;

    [Fact]
    public void Every_public_type_and_everything_it_does_has_a_summary()
    {
        var file = Path.ChangeExtension(Protocol.Location, ".xml");
        var documented = XDocument.Load(file).Descendants("member")
            .Where(member => member.Elements().Any(element => element.Name.LocalName is "summary" or "inheritdoc"))
            .Select(member => (string)member.Attribute("name")!)
            .ToHashSet(StringComparer.Ordinal);
        var types = Protocol.GetExportedTypes();

        Assert.True(types.Length > 40, "The public types are not found.");
        Assert.Empty(types.Where(type => !documented.Contains("T:" + type.FullName)).Select(type => type.FullName));
        Assert.Empty(types.SelectMany(Methods).Where(method => !documented.Any(name => IsOf(name, method))).Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
    }

    /// <summary>What is written here and meant for others: no accessors, nothing a record or the generated JSON brings with it, no overrides.</summary>
    private static IEnumerable<MethodInfo> Methods(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where type != typeof(BotJson) && !typeof(Delegate).IsAssignableFrom(type)
        where (method.IsPublic || method.IsFamily) && !method.IsSpecialName && method.GetBaseDefinition() == method
        where !method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name is not ("Deconstruct" or "ToString" or "Equals" or "GetHashCode")
        where !IsObvious(method)
        select method;

    /// <summary>Names that say it all: sending, deleting, the one method of a bot.</summary>
    private static bool IsObvious(MethodInfo method) =>
        (method.DeclaringType == typeof(ITurnContext) && method.Name is nameof(ITurnContext.SendActivityAsync) or nameof(ITurnContext.DeleteActivityAsync))
        || (method.DeclaringType == typeof(IConnectorClient) && method.Name is nameof(IConnectorClient.DeleteAsync))
        || (method.DeclaringType == typeof(IBot) && method.Name is nameof(IBot.OnTurnAsync));

    private static bool IsOf(string name, MethodInfo method)
    {
        var own = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        return name == own || name.StartsWith(own + "(", StringComparison.Ordinal) || name.StartsWith(own + "``", StringComparison.Ordinal);
    }
}
