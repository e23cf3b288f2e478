// What a lesson sees without an import line.
@_exported import SVGCharts
@_exported import TrainingEngine
