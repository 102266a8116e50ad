namespace EmployerCrm.EndToEnd.Tests.Scenes;

/// <summary>Tests that run by themselves, because they measure time or use the whole machine.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
