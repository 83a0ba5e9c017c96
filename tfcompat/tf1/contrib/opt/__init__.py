"""`tf.contrib.opt` of 1.15: optimizers on trial, wrappers of optimizers, and SciPy's minimizers run on a session."""

from tfcompat.tf1 import lazy

HOMES = {
    ".adam_gs_optimizer": "AdamGSOptimizer",
    ".adamax": "AdaMaxOptimizer",
    ".addsign": "AddSignOptimizer",
    ".agn_optimizer": "AGNCustomGetter AGNOptimizer",
    ".drop_stale_gradient_optimizer": "DropStaleGradientOptimizer",
    ".elastic_average_optimizer": "ElasticAverageCustomGetter ElasticAverageOptimizer",
    ".external_optimizer": "ExternalOptimizerInterface ScipyOptimizerInterface",
    ".ggt": "GGTOptimizer",
    ".lars_optimizer": "LARSOptimizer",
    ".lazy_adam_gs_optimizer": "LazyAdamGSOptimizer",
    ".lazy_adam_optimizer": "LazyAdamOptimizer",
    ".model_average_optimizer": "ModelAverageCustomGetter ModelAverageOptimizer",
    ".moving_average_optimizer": "MovingAverageOptimizer",
    ".multitask_optimizer_wrapper": "MultitaskOptimizerWrapper clip_gradients_by_global_norm",
    ".nadam_optimizer": "NadamOptimizer",
    ".powersign": "PowerSignOptimizer",
    ".reg_adagrad_optimizer": "RegAdagradOptimizer",
    ".shampoo": "ShampooOptimizer",
    ".variable_clipping_optimizer": "VariableClippingOptimizer",
    ".weight_decay_optimizers": (
        "AdamWOptimizer DecoupledWeightDecayExtension MomentumWOptimizer extend_with_decoupled_weight_decay"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
